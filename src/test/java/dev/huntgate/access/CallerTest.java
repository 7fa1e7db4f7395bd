package dev.huntgate.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.FailureCode;
import dev.huntgate.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {

  @ParameterizedTest
  @EnumSource
  void mayDoNothingElse_withOnePermission(Permission held) {
    Caller caller = CallersForTests.with(held);
    for (Permission other : Permission.values()) {
      assertEquals(other == held, caller.may(other));
    }
  }

  @Test
  void passes_withAnyOfThePermissions() {
    Caller caller = CallersForTests.with(Permission.HUNTING_SAVED);
    assertDoesNotThrow(() -> caller.require(Permission.HUNTING_ADHOC, Permission.HUNTING_SAVED));
    FailureException thrown =
        assertThrows(FailureException.class, () -> caller.require(Permission.HUNTING_ADHOC));
    assertEquals(FailureCode.FORBIDDEN, thrown.failure().code());
    assertTrue(thrown.failure().message().contains("hunting.adhoc"));
  }
}
