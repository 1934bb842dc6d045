package dev.moltbot.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What commands print for programs, held against its schema. */
public final class Schemas {
  private Schemas() {}

  /** Fails when it does not keep the schema of this name. */
  public static void assertKeeps(String schema, String json) throws IOException {
    assertThat(schema(schema).validate(json, InputFormat.JSON)).isEmpty();
  }

  static boolean broken(String schema, String json) throws IOException {
    return !schema(schema).validate(json, InputFormat.JSON).isEmpty();
  }

  private static Schema schema(String name) throws IOException {
    String path = "/schema/" + name + ".json";
    try (InputStream file = Objects.requireNonNull(Schemas.class.getResourceAsStream(path))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }
}
