package dev.huntgate.graphql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(DefenderWalkTest.OverDefender.class)
class DefenderWalkTest extends WalkTest {

  public static class OverDefender extends OverFamily {
    public OverDefender() {
      super("defender");
    }
  }
}
