package dev.huntgate.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.failure.Failure;
import dev.huntgate.failure.FailureCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeRulesTest {

  private static final String TRUE_POSITIVE =
      "MULTI_STAGED_ATTACK MALICIOUS_USER_ACTIVITY COMPROMISED_ACCOUNT MALWARE PHISHING"
          + " UNWANTED_SOFTWARE OTHER";

  @ParameterizedTest
  @CsvSource({
    "TRUE_POSITIVE, " + TRUE_POSITIVE,
    "FALSE_POSITIVE, NOT_MALICIOUS NOT_ENOUGH_DATA_TO_VALIDATE OTHER",
    "INFORMATIONAL_EXPECTED_ACTIVITY,"
        + " SECURITY_TESTING LINE_OF_BUSINESS_APPLICATION CONFIRMED_ACTIVITY OTHER",
    "UNKNOWN, UNKNOWN",
    "UNRECOGNIZED, ''",
  })
  void letsPassOnlyPairsThatUpstreamTakes(Classification classification, String allowed) {
    List<String> passing = new ArrayList<>();
    for (Determination determination : Determination.values()) {
      Optional<Failure> wrong =
          ChangeRules.wrong(
              new IncidentChange(null, null, classification, determination, null, null));
      if (wrong.isEmpty()) {
        passing.add(determination.name());
      } else if (classification != Classification.UNRECOGNIZED) {
        assertEquals("determination", wrong.get().argument());
        assertEquals(FailureCode.INVALID_ARGUMENT, wrong.get().code());
        for (String name : allowed.split(" ")) {
          assertTrue(wrong.get().message().contains(name), wrong.get().message());
        }
      }
    }
    List<String> wanted =
        new ArrayList<>(List.of(allowed.isEmpty() ? new String[0] : allowed.split(" ")));
    Collections.sort(wanted);
    Collections.sort(passing);
    assertEquals(wanted, passing);
  }

  @Test
  void refusesADetermination_withoutItsClassification() {
    assertWrong(
        new IncidentChange(null, null, null, Determination.MALWARE, null, null), "determination");
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentStatus.class,
      names = {"AWAITING_ACTION", "REDIRECTED", "UNRECOGNIZED"})
  void refusesAStatus_thatIsOnlyRead(IncidentStatus status) {
    assertWrong(new IncidentChange(status, null, null, null, null, null), "status");
  }

  @Test
  void refusesAChangeOfNothing() {
    assertEquals(Optional.empty(), ChangeRules.wrong(IncidentChange.commenting("Seen")));
    assertEquals(Optional.empty(), ChangeRules.wrong(tagged(List.of())));
    assertEquals(Optional.empty(), ChangeRules.wrong(owned("")));
    assertWrong(new IncidentChange(null, null, null, null, null, null), "status");
  }

  @Test
  void refusesWhatIsTooLongOrEmpty_byItsLimit() {
    assertEquals(Optional.empty(), ChangeRules.wrong(IncidentChange.commenting("a".repeat(1000))));
    assertLimit(IncidentChange.commenting("a".repeat(1001)), "comment", "1000");
    assertWrong(IncidentChange.commenting(" \n"), "comment");
    assertEquals(Optional.empty(), ChangeRules.wrong(owned("a".repeat(256))));
    assertLimit(owned("a".repeat(257)), "assignedTo", "256");
    assertWrong(owned("a\nb"), "assignedTo");
    assertWrong(owned(" "), "assignedTo");
    assertEquals(Optional.empty(), ChangeRules.wrong(tagged(Collections.nCopies(50, "a"))));
    assertLimit(tagged(Collections.nCopies(51, "a")), "tags", "50");
    assertLimit(tagged(List.of("a".repeat(101))), "tags", "100");
    assertWrong(tagged(List.of("a", "")), "tags");
  }

  private static IncidentChange owned(String owner) {
    return new IncidentChange(null, owner, null, null, null, null);
  }

  private static IncidentChange tagged(List<String> tags) {
    return new IncidentChange(null, null, null, null, tags, null);
  }

  private static void assertWrong(IncidentChange change, String argument) {
    Failure failure = ChangeRules.wrong(change).orElseThrow();
    assertEquals(FailureCode.INVALID_ARGUMENT, failure.code());
    assertEquals(argument, failure.argument());
  }

  private static void assertLimit(IncidentChange change, String argument, String limit) {
    Failure failure = ChangeRules.wrong(change).orElseThrow();
    assertEquals(FailureCode.LIMIT_EXCEEDED, failure.code());
    assertEquals(argument, failure.argument());
    assertTrue(failure.message().contains(limit), failure.message());
  }
}
