"use strict";

/** What the page is about; PageData.java says what each list holds. */
const data = JSON.parse(document.getElementById("data").textContent);

const CHANNEL_NAMES = {
  linkedin: "LinkedIn", whatsapp: "WhatsApp", imap: "IMAP", cards: "Address book", "": "Address book",
};

/** Told apart by lightness as well as by hue, so also by those who see fewer colours. */
const CHANNEL_COLOURS = {
  light: {
    gmail: "#d1540a", mail: "#e8a100", imap: "#e8a100", whatsapp: "#00865f", telegram: "#58b0e6",
    linkedin: "#0a4f94", instagram: "#c2478f", viber: "#7a55b5", facebook: "#2a2f8f", cards: "#8b8b86",
  },
  dark: {
    gmail: "#f0793a", mail: "#f5c04a", imap: "#f5c04a", whatsapp: "#2fbf95", telegram: "#8fd0f7",
    linkedin: "#3f8bdc", instagram: "#e27fb8", viber: "#a78be0", facebook: "#7f86f0", cards: "#9a9a94",
  },
};

const OTHER_COLOURS = ["#6b8e23", "#a0522d", "#20808d", "#b8860b", "#8a3f6b"];

const darkMode = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function theme() {
  return darkMode.matches ? "dark" : "light";
}

function colourOf(channel) {
  const known = CHANNEL_COLOURS[theme()];
  if (Object.hasOwn(known, channel)) return known[channel];
  if (channel === "") return known.cards;
  let sum = 0;
  for (const c of channel) sum += c.codePointAt(0);
  return OTHER_COLOURS[sum % OTHER_COLOURS.length];
}

function channelName(channel) {
  return Object.hasOwn(CHANNEL_NAMES, channel)
    ? CHANNEL_NAMES[channel]
    : channel.charAt(0).toUpperCase() + channel.slice(1);
}

/** One row of a person's talk, by name. */
function talkOf(person) {
  return person.talk.map(([channel, received, sent, shared, first, last]) =>
    ({ channel, received, sent, shared, first, last }));
}

function messagesOf(person) {
  return person.talk.reduce((sum, t) => sum + t[1] + t[2] + t[3], 0);
}

/** Everyone's facts, reckoned once: the table, the search and the picture all ask for them. */
const people = data.people.map((person, index) => ({
  index,
  name: person.name,
  x: person.dot[0],
  y: person.dot[1],
  width: person.dot[2],
  talk: talkOf(person),
  messages: messagesOf(person),
  first: person.talk.length ? Math.min(...person.talk.map((t) => t[4])) : data.undated,
  last: person.talk.length ? Math.max(...person.talk.map((t) => t[5])) : data.undated,
  replies: person.replies,
  handles: person.handles ?? [],
  said: person.said ?? [],
  tags: person.tags ?? [],
  notes: person.notes ?? [],
  near: [],
}));

data.ties.forEach(([one, other, conversations]) => {
  people[one].near.push([other, conversations]);
  people[other].near.push([one, conversations]);
});

const dayFormat = new Intl.DateTimeFormat("en-GB",
  { timeZone: data.zone, day: "numeric", month: "short", year: "numeric" });
const numberFormat = new Intl.NumberFormat("en-GB");

function dayOf(seconds) {
  return seconds > data.undated ? dayFormat.format(new Date(seconds * 1000)) : "\u2013";
}

function isoDay(seconds) {
  return seconds > data.undated ? new Date(seconds * 1000).toISOString().slice(0, 10) : "";
}

function count(number, one, many) {
  return `${numberFormat.format(number)} ${number === 1 ? one : many}`;
}

/** As a person would say it. */
function lasting(times, seconds) {
  if (!times) return "\u2013";
  if (seconds < 3600) return `${Math.max(1, Math.floor(seconds / 60))} min`;
  if (seconds < 172800) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86400)} days`;
}

/** For comparing: without case and accents. */
function plain(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
