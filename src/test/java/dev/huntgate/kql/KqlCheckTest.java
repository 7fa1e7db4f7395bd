package dev.huntgate.kql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.huntgate.kql.KqlDiagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlCheckTest {

  private static final String EVENTS = "DeviceEvents | where Timestamp > ago(1d) ";

  private static List<KqlDiagnostic> check(String kql) {
    return KqlCheck.of(kql, Corpus.NOW).diagnostics();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "| where FileNme == 'x' | take 1             # WARNING # Did you mean 'FileName'?",
        "| where filename == 'x' | take 1            # WARNING # Did you mean 'FileName'?",
        "| project DeviceId | where FileName == 'x'  # WARNING # No column 'FileName' is known here.",
        "| join kind=inner AlertEvidnce on DeviceId  # WARNING # Did you mean 'AlertEvidence'?",
        "| project DeviceId | join (AlertInfo) on $left.DeviceId == $right.AlertID # WARNING # 'AlertId'",
        "| summarise count()                         # WARNING # Did you mean 'summarize'?",
        "| join DeviceInfo on DeviceId | take 1      # WARNING # innerunique",
        "| take 100001                               # WARNING # at most 100,000 rows",
        "| where FileName contains 'cmd' | take 1    # INFO    # has finds it faster",
        "| where FileName !contains 'cmd' | take 1   # INFO    # !has finds it faster",
        "| where FileName matches regex '.*x$' | take 1 # INFO # Leave the leading .* out",
        "| where FileName matches regex 'cmd' | take 1  # INFO # plain text",
        "| where tolower(FileName) == 'cmd' | take 1 # INFO    # compare with =~",
        "| where SHA1 =~ 'ab' | take 1               # INFO    # == finds them faster",
        "| where DeviceId !in~ ('ab') | take 1       # INFO    # !in finds them faster",
        "| where FileName == 'a' or FileName == 'b' or FileName == 'c' | take 1 # INFO # FileName in (...)",
        "| sort by Timestamp | take 1                # INFO    # top 10 by",
        "| project DeviceId                          # INFO    # Nothing limits the rows",
        "| summarize count() by DeviceId | render piechart # INFO # drawn by the portal",
        "; T                                         # WARNING # Only one of the query's results",
      })
  void tells_whenSomethingIsOddOrCouldBeBetter(String rest, Severity severity, String words) {
    String kql = EVENTS + rest.strip();

    assertTrue(
        check(kql).stream()
            .anyMatch(d -> d.severity() == severity && d.message().contains(words.strip())),
        () -> kql + "\n" + check(kql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "| summarize n = count() by DeviceId | where n > 1",
        "| summarize count(), dcount(FileName) by bin(Timestamp, 1h) | where count_ > 1 and dcount_FileName > 2",
        "| summarize arg_max(Timestamp, *) by DeviceId | where FileName has 'x'",
        "| extend x = parse_json(AdditionalFields) | where x.a.b[0] == 1 | count",
        "| project-rename Host = DeviceName | where Host == 'x' | count",
        "| evaluate bag_unpack(AdditionalFields) | where Anything == 1 | count",
        "| invoke FileProfile(SHA1) | where GlobalPrevalence < 5 | count",
        "| parse FileName with a '.' b | where a == b | count",
        "| mv-expand part = split(FileName, '.') | where part == 'exe' | count",
        "| mv-apply part = split(FileName, '.') on (where part == 'x') | where DeviceId == '1' | count",
        "| project DeviceId, FileName | join kind=inner (AlertEvidence | where Timestamp > ago(1d) | project DeviceId, AlertId) on DeviceId | where DeviceId1 == DeviceId and AlertId == '' | count",
        "| project DeviceId | lookup DeviceTvmSoftwareInventory on DeviceId | where SoftwareName == 'x' | count",
        "| as Day | where DeviceId in ((Day | project DeviceId)) | count",
        "| distinct DeviceId, FileName | where FileName == 'x' | count",
        "| where TimeGenerated > ago(1d) | count",
      })
  void tellsNothing_whenTheQueryIsFine(String rest) {
    assertEquals(List.of(), check(EVENTS + rest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeviceTvmSoftwareInventory | take 1",
        "let T = DeviceEvents | where FileName == 'x'; T | where Timestamp > ago(1d) | take 1",
        "union (DeviceEvents | project Timestamp), (DeviceInfo | project Timestamp)"
            + " | where Timestamp > ago(1d) | take 1",
        "MyLogs_CL | take 1",
        "Device* | take 1",
      })
  void asksForNoFilterByTime_whereNoneIsMissing(String kql) {
    assertTrue(check(kql).stream().noneMatch(d -> d.message().contains("30 days")));
  }

  @Test
  void tellsOnlyOfTheSyntax_whenTheQueryIsBroken() {
    List<KqlDiagnostic> diagnostics = check("DeviceEvnts | where x = 1 | contains");

    assertTrue(diagnostics.stream().allMatch(d -> d.severity() == Severity.ERROR));
  }

  @Test
  void tellsAHundredThingsAtMost_whenThereAreMore() {
    String kql = EVENTS + "| where " + "Wrong == 1 and ".repeat(2_000) + "true";

    assertTrue(check(kql).size() <= 100);
  }
}
