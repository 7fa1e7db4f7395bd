package dev.huntgate.graphql;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnFakeUpstream.class)
class SchemaTest {

  private static final String INTROSPECTION =
      """
      { __schema { types {
        name kind description
        fields(includeDeprecated: true) { name description args { name description } }
        inputFields { name description }
        enumValues(includeDeprecated: true) { name description }
      } } }
      """;

  /* To accept a change: cp target/schema.graphql src/test/resources/ */
  @Test
  void isTheOneCommitted() throws IOException {
    String served = get("/graphql/schema.graphql").asString();
    Files.writeString(Path.of("target", "schema.graphql"), served);
    try (InputStream committed = SchemaTest.class.getResourceAsStream("/schema.graphql")) {
      assertEquals(new String(committed.readAllBytes(), StandardCharsets.UTF_8), served);
    }
  }

  @Test
  void takesNothingAwayFromClientsOfTheLastRelease() throws IOException {
    String served = get("/graphql/schema.graphql").asString();
    String released = Files.readString(Path.of("src/test/resources/schema-stable.graphql"));
    List<String> breaking = BreakingChanges.between(released, served);
    assertTrue(
        breaking.isEmpty(),
        () ->
            """
            The schema breaks clients of the last release:
              %s
            Leave in what is there, deprecate it, and add the new beside it. Or break it on purpose,
            with a new major version: cp src/test/resources/schema.graphql src/test/resources/schema-stable.graphql
            """
                .formatted(String.join("\n  ", breaking)));
  }

  @Test
  void describesEverything() {
    List<Map<String, Object>> types =
        GraphQl.post(INTROSPECTION).extract().jsonPath().getList("data.__schema.types");
    List<String> undescribed = new ArrayList<>();
    types.stream()
        .filter(type -> !type.get("name").toString().startsWith("__"))
        .forEach(type -> collect("", type, undescribed));
    assertEquals(List.of(), undescribed);
  }

  private static void collect(String owner, Map<String, Object> node, List<String> undescribed) {
    String name = owner + node.get("name");
    Object description = node.get("description");
    if (description == null || description.toString().isBlank()) {
      undescribed.add(name);
    }
    for (String part : List.of("fields", "args", "inputFields", "enumValues")) {
      if (node.get(part) instanceof List<?> members) {
        for (Object member : members) {
          @SuppressWarnings("unchecked")
          Map<String, Object> described = (Map<String, Object>) member;
          collect(name + ".", described, undescribed);
        }
      }
    }
  }
}
