package dev.huntgate.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.huntgate.incident.Determination;
import dev.huntgate.incident.IncidentStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void spellsBackAsEachFamilyDoes() {
    assertEquals("inProgress", Spelling.camelCase(IncidentStatus.IN_PROGRESS));
    assertEquals("InProgress", Spelling.pascalCase(IncidentStatus.IN_PROGRESS));
    assertEquals(
        "lineOfBusinessApplication",
        Spelling.camelCase(Determination.LINE_OF_BUSINESS_APPLICATION));
  }
}
