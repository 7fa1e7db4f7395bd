package dev.huntgate.graphql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(GraphWalkTest.OverGraph.class)
class GraphWalkTest extends WalkTest {

  public static class OverGraph extends OverFamily {
    public OverGraph() {
      super("graph");
    }
  }
}
