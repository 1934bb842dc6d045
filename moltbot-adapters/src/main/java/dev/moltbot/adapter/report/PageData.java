package dev.moltbot.adapter.report;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.moltbot.domain.message.UntrustedText;
import dev.moltbot.port.Overview;
import dev.moltbot.port.Overview.Exchange;
import dev.moltbot.port.Overview.Person;
import dev.moltbot.port.ReportWriter.Report;
import dev.moltbot.port.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page's scripts draw, as JSON. Lists instead of objects where there are thousands. */
final class PageData {
  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  /** Rings of the picture: within the first are the ten closest, and so on. */
  private static final List<Integer> RINGS = List.of(10, 50, 200, 1_000);

  private PageData() {}

  /** JSON that cannot end the element it stands in: no angle bracket, no ampersand. */
  static String of(Report report) {
    Overview overview = report.overview();
    var layout = new Layout(overview);
    var data = new LinkedHashMap<String, Object>();
    data.put("zone", report.zone().getId());
    data.put("madeAt", report.madeAt().getEpochSecond());
    data.put("undated", Timeline.EARLIEST.getEpochSecond());
    data.put("radius", Math.round(layout.radius));
    data.put("rings", rings(layout, overview.people().size()));
    data.put("slices", layout.slices.stream().map(PageData::slice).toList());
    data.put("people", people(overview, layout));
    data.put("ties", overview.ties().stream().map(PageData::tie).toList());
    data.put("days", overview.days().stream().map(PageData::day).toList());
    return JSON.toJson(data)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static List<List<Object>> rings(Layout layout, int people) {
    return RINGS.stream()
        .filter(ring -> ring < people)
        .map(ring -> List.<Object>of(ring, Math.round(layout.distance(ring))))
        .toList();
  }

  private static Map<String, Object> slice(Layout.Slice slice) {
    return Map.of(
        "people", slice.group(),
        "tied", slice.tied(),
        "from", hundredths(slice.from()),
        "to", hundredths(slice.to()));
  }

  private static List<Map<String, Object>> people(Overview overview, Layout layout) {
    var people = new ArrayList<Map<String, Object>>();
    for (Person person : overview.people()) {
      people.add(person(person, layout.dots.get(people.size())));
    }
    return people;
  }

  private static Map<String, Object> person(Person person, Layout.Dot dot) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("name", person.name().reveal());
    fields.put(
        "dot", List.of(Math.round(dot.x()), Math.round(dot.y()), Math.round(2 * dot.radius())));
    fields.put("talk", person.exchanges().stream().map(PageData::exchange).toList());
    fields.put(
        "replies",
        List.of(
            person.replies().mine(),
            person.replies().mineMedian().toSeconds(),
            person.replies().theirs(),
            person.replies().theirsMedian().toSeconds()));
    some(fields, "handles", person.handles().stream().map(PageData::handle).toList());
    some(fields, "said", person.lately().stream().map(PageData::said).toList());
    some(fields, "tags", person.tags().stream().map(UntrustedText::reveal).toList());
    some(fields, "notes", person.notes().stream().map(UntrustedText::reveal).toList());
    return fields;
  }

  private static void some(Map<String, Object> fields, String name, List<?> values) {
    if (!values.isEmpty()) {
      fields.put(name, values);
    }
  }

  private static List<Object> exchange(Exchange one) {
    return List.of(
        one.channel().value(),
        one.received(),
        one.sent(),
        one.shared(),
        one.first().getEpochSecond(),
        one.last().getEpochSecond());
  }

  private static List<Object> handle(dev.moltbot.domain.contact.Handle handle) {
    return List.of(handle.channel().value(), handle.value());
  }

  private static List<Object> said(Overview.Said said) {
    return List.of(said.byOwner(), said.at().getEpochSecond(), said.words().reveal());
  }

  private static List<Object> tie(Overview.Tie tie) {
    return List.of(tie.first(), tie.second(), tie.conversations());
  }

  private static List<Object> day(Overview.Day day) {
    return List.of(day.day().toString(), day.channel().value(), day.received(), day.sent());
  }

  private static double hundredths(double radians) {
    return Math.round(radians * 10_000) / 10_000.0;
  }
}
