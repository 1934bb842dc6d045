package dev.moltbot.app.audit;

import dev.moltbot.domain.audit.Verification;
import java.util.LinkedHashMap;
import java.util.Map;

/** A verification as JSON fields. */
public final class AuditFields {

  private AuditFields() {}

  /** {@code entries} counts those that hold; {@code broken} is there only when one does not. */
  public static Map<String, Object> of(Verification verification) {
    var fields = new LinkedHashMap<String, Object>();
    switch (verification) {
      case Verification.Intact intact -> {
        fields.put("entries", intact.entries());
        fields.put("valid", true);
        fields.put("head", intact.head());
      }
      case Verification.Broken broken -> {
        fields.put("entries", broken.sequence() - 1);
        fields.put("valid", false);
        fields.put("broken", broken.sequence());
        fields.put("what", broken.what());
      }
    }
    return fields;
  }
}
