package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.incident.Determination;
import dev.huntgate.incident.IncidentStatus;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "microsoftDefenderForEndpoint, MICROSOFT_DEFENDER_FOR_ENDPOINT",
    "MicrosoftDefenderForEndpoint, MICROSOFT_DEFENDER_FOR_ENDPOINT",
    "MicrosoftDefenderATP, MICROSOFT_DEFENDER_FOR_ENDPOINT",
    "microsoftDefenderForOffice365, MICROSOFT_DEFENDER_FOR_OFFICE_365",
    "OfficeATP, MICROSOFT_DEFENDER_FOR_OFFICE_365",
    "microsoft365Defender, MICROSOFT_365_DEFENDER",
    "azureAdIdentityProtection, AZURE_AD_IDENTITY_PROTECTION",
    "microsoftDefenderForDNS, MICROSOFT_DEFENDER_FOR_DNS",
    "SuccessfullyRemediated, SUCCESSFULLY_REMEDIATED",
    "UnsupportedOs, UNSUPPORTED_OS",
    "active, ACTIVE",
    "noThreatsFound, NO_THREATS_FOUND",
    "something new-ish, SOMETHING_NEW_ISH",
  })
  void spellsBothFamiliesAlike(String theirs, String ours) {
    assertEquals(ours, Spelling.ours(theirs));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void partsWordsLikeThePattern(long seed) {
    Pattern between =
        Pattern.compile(
            "(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[\\s-]+");
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int letters = random.nextInt(9); letters > 0; letters--) {
        text.append("aAbB19 -_\t\u000b\u00e4\u00c4\u2003".charAt(random.nextInt(14)));
      }
      assertEquals(
          between.matcher(text.toString().trim()).replaceAll("_").toUpperCase(Locale.ROOT),
          Spelling.ours(text.toString()),
          () -> "of '" + text + "'");
    }
  }

  @Test
  void spellsBackAsEachFamilyDoes() {
    assertEquals("inProgress", Spelling.camelCase(IncidentStatus.IN_PROGRESS));
    assertEquals("InProgress", Spelling.pascalCase(IncidentStatus.IN_PROGRESS));
    assertEquals(
        "lineOfBusinessApplication",
        Spelling.camelCase(Determination.LINE_OF_BUSINESS_APPLICATION));
  }
}
