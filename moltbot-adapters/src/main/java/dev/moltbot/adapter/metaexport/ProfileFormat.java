package dev.moltbot.adapter.metaexport;

import dev.moltbot.export.ExportFile;
import dev.moltbot.export.ExportFormat;
import dev.moltbot.export.ExportOptions;
import dev.moltbot.port.HistorySource;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The file that says whose download it is. Nothing of it is kept. */
final class ProfileFormat implements ExportFormat {
  private static final Set<String> NAMES =
      Set.of("personal_information.json", "profile_information.json");

  @Override
  public String name() {
    return "meta-profile";
  }

  @Override
  public boolean recognises(ExportFile file) {
    return NAMES.contains(file.baseName().toLowerCase(Locale.ROOT));
  }

  @Override
  public Set<String> owners(ExportFile file) throws IOException {
    Object profile = Json.whole(file);
    Set<String> names = new TreeSet<>();
    for (Object user : Json.list(Json.get(profile, "profile_user"))) {
      Object data = Json.get(user, "string_map_data");
      names.add(Json.text(Json.get(data, "Name"), "value"));
      names.add(Json.text(Json.get(data, "Username"), "value"));
    }
    names.add(facebook(Json.get(profile, "profile_v2")));
    names.add(facebook(Json.get(profile, "profile")));
    names.remove("");
    return names;
  }

  private static String facebook(@Nullable Object profile) {
    return Json.text(Json.get(profile, "name"), "full_name");
  }

  @Override
  public HistorySource open(ExportFile file, ExportOptions options) throws IOException {
    return Service.leftOut(file, name(), "your own profile");
  }
}
