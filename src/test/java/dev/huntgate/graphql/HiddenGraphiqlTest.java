package dev.huntgate.graphql;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where GraphiQL is not switched on, as in production. */
@QuarkusTest
@TestProfile(HiddenGraphiqlTest.Off.class)
class HiddenGraphiqlTest {

  /** As in production. */
  public static class Off implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("huntgate.graphiql.enabled", "false");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/graphql-ui",
        "/q/graphql-ui/",
        "/q/graphql-ui/index.html",
        "/q/graphql-ui/render.js",
        "/q/graphql-ui/graphiql.min.js",
        "/q//graphql-ui/",
        "/q/./graphql-ui/"
      })
  void isNotThere(String path) {
    given().urlEncodingEnabled(false).redirects().follow(false).get(path).then().statusCode(404);
  }

  @Test
  void servesTheSchemaAllTheSame() {
    GraphQl.post("{ quota { operation } }").body("errors", nullValue());
  }
}
