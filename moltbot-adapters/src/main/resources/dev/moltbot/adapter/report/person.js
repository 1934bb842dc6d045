"use strict";

/** The panel about one person. */
const panel = (() => {
  const aside = byId("person");
  let back = null;

  function fact(name, value) {
    return element("div", {}, element("dt", {}, name), element("dd", {}, value));
  }

  function head(person) {
    const close = element("button", { type: "button", class: "close", "aria-label": "Close", onclick: hide }, "\u00d7");
    const rank = person.talk.length
      ? `No. ${numberFormat.format(person.index + 1)} of ${numberFormat.format(people.length)} by closeness`
      : "Only in the address book";
    return [close, element("h3", { id: "person-name" }, words(person.name)), element("p", { class: "quiet" }, rank)];
  }

  function talk(person) {
    if (!person.talk.length) return [];
    const rows = person.talk.map((t) => [
      element("span", { class: "channel" }, spot(t.channel), channelName(t.channel)),
      numberFormat.format(t.received), numberFormat.format(t.sent), numberFormat.format(t.shared)]);
    const [mine, mineMedian, theirs, theirsMedian] = person.replies;
    return [
      table(null, "Messages by channel", ["Channel", "From them", "From you", "In groups"], rows),
      element("dl", { class: "facts" },
        fact("First contact", dayOf(person.first)), fact("Last contact", dayOf(person.last)),
        fact("You answer in", lasting(mine, mineMedian)), fact("They answer in", lasting(theirs, theirsMedian))),
    ];
  }

  function said(person) {
    return person.said.flatMap(([byOwner, at, text]) => [
      element("h4", {}, `${byOwner ? "You wrote last" : "They wrote last"}, ${dayOf(at)}`),
      element("blockquote", { dir: "auto" }, text),
    ]);
  }

  function list(title, items) {
    return items.length
      ? [element("h4", {}, title), element("ul", {}, ...items.map((item) => element("li", {}, item)))]
      : [];
  }

  function together(person) {
    const most = [...person.near].sort((a, b) => b[1] - a[1]).slice(0, 8);
    return list("Often together with", most.map(([index, conversations]) =>
      element("span", {},
        element("button", { type: "button", class: "name", "data-person": index }, words(people[index].name)),
        ` in ${count(conversations, "conversation", "conversations")}`)));
  }

  function show(index, from) {
    const person = people[index];
    if (aside.hidden) back = from ?? document.activeElement;
    aside.replaceChildren(
      ...head(person), ...talk(person), ...said(person), ...together(person),
      ...list("Tags", person.tags.map(words)), ...list("Notes", person.notes.map(words)),
      ...list("Addresses", person.handles.map(([channel, value]) =>
        element("span", { class: "channel" }, spot(channel), words(value)))));
    aside.setAttribute("aria-labelledby", "person-name");
    aside.hidden = false;
    aside.scrollTop = 0;
    picture.choose(index);
    say(`${person.name}. ${picture.channelsOf(person)}`);
  }

  function hide() {
    aside.hidden = true;
    picture.choose(null);
    back?.focus();
  }

  aside.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  return { show, hide, focus: () => aside.focus() };
})();
