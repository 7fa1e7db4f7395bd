package dev.huntgate.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

  private static final String OLDER =
      """
      type Query {
        incident(id: ID!, follow: Boolean = true): Incident!
        incidents(filter: Filter, statuses: [Status!]): [Incident!]!
        quota: [Quota!]
      }
      type Mutation { close(input: Close!): Incident! }
      type Subscription { changed(id: ID!): Incident }
      type Incident implements Node { id: ID! name: String! owner: String old: Int @deprecated evidence: [Evidence!]! }
      type Quota { left: Int! }
      interface Node { id: ID! }
      interface Evidence { verdict: String }
      type FileEvidence implements Evidence { verdict: String sha1: String }
      type UserEvidence implements Evidence { verdict: String account: Account! }
      type Account { sid: String }
      enum Status { ACTIVE RESOLVED UNRECOGNIZED }
      enum Why { REAL FALSE_ALARM }
      input Filter { text: String owner: String! }
      input Close { id: ID! why: Why }
      """;

  @ParameterizedTest(name = "{2}: {0} -> {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "owner: String old; old; Incident.owner",
        "old: Int @deprecated; ``; Incident.old",
        "quota: [Quota!]; ``; Query.quota",
        "type Mutation {; type Changes {; Mutation",
        "changed(id: ID!): Incident; renamed(id: ID!): Incident; Subscription.changed",
        "type FileEvidence implements Evidence { verdict: String sha1: String }; ``; FileEvidence",
        "verdict: String sha1: String; verdict: String; FileEvidence.sha1",
        "type Account {; type User {; Account",
        "type Account {; interface Account {; Account",
        "sid: String; sid: ID; Account.sid",
        "implements Node; ``; Incident",
        "ACTIVE RESOLVED; ACTIVE; Status",
        "REAL FALSE_ALARM; REAL; Why",
        "name: String!; name: String; Incident.name",
        "name: String!; name: [String!]!; Incident.name",
        "left: Int!; left: Float!; Quota.left",
        "[Incident!]!; [Incident]!; Query.incidents",
        "[Incident!]!; [Incident!]; Query.incidents",
        "follow: Boolean = true; follow: Boolean!; Query.incident",
        "statuses: [Status!]; statuses: [Status!]!; Query.incidents",
        "statuses: [Status!]; statuses: Status; Query.incidents",
        "statuses: [Status!]; states: [Status!]; Query.incidents",
        "`, follow: Boolean = true`; ``; Query.incident",
        "`, follow: Boolean = true`; `, follow: Boolean, as: String!`; Query.incident",
        "filter: Filter; filter: String; Query.incidents",
        "text: String; text: String!; Filter.text",
        "text: String; text: Int; Filter.text",
        "text: String; ``; Filter.text",
        "text: String; text: String more: Int!; Filter.more",
        "why: Why; why: String; Close.why Why",
      })
  void tellsWhatBreaksClients(String older, String newer, String places) {
    List<String> told = changed(older, newer);

    assertEquals(
        List.of(places.split(" ")),
        told.stream().map(each -> each.split(":")[0]).distinct().toList());
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "left: Int!; left: Int! used: Int!",
        "follow: Boolean = true; `follow: Boolean = true, as: String`",
        "follow: Boolean = true; follow: Boolean = false",
        "id: ID!, follow; follow: Boolean, id: ID, f",
        "type Account {; type Device { id: ID } type Account {",
        "type Account {; type UrlEvidence implements Evidence { verdict: String } type Account {",
        "ACTIVE RESOLVED; ACTIVE REDIRECTED RESOLVED",
        "ACTIVE RESOLVED; ACTIVE @deprecated RESOLVED",
        "owner: String old; owner: String! old",
        "owner: String old; owner: String @deprecated old",
        "[Quota!]; [Quota!]!",
        "text: String; text: String more: Int",
        "owner: String!; owner: String",
        "statuses: [Status!]; statuses: [Status]",
        "input Close; `\"Described.\" input Close`",
      })
  void letsPass_whatClientsDoNotNotice(String older, String newer) {
    assertEquals(List.of(), changed(older, newer));
  }

  @Test
  void tellsEachOfSeveral() {
    String newer =
        OLDER.replace("name: String!", "").replace("REAL", "").replace("sid: String", "id: ID");

    assertEquals(
        List.of(
            "Account.sid: The new API is missing the field 'Account.sid'",
            "Incident.name: The new API is missing the field 'Incident.name'",
            "Why: The new API is missing an enum value 'REAL'"),
        BreakingChanges.between(OLDER, newer));
  }

  @Test
  void tellsOfAnyObjectTypeOfOursThatIsRenamed() throws IOException {
    String ours = Files.readString(Path.of("src/test/resources/schema-stable.graphql"));
    List<String> types =
        ours.lines()
            .filter(line -> line.startsWith("type "))
            .map(line -> line.split(" ")[1])
            .toList();
    assertNotEquals(List.of(), types);
    for (String type : types) {
      List<String> told =
          BreakingChanges.between(ours, ours.replace("type " + type + " ", "type " + type + "X "));
      assertEquals(type, told.isEmpty() ? null : told.get(0).split(":")[0], told::toString);
    }
  }

  private static List<String> changed(String older, String newer) {
    String text = older == null ? "" : older;
    String schema = OLDER.replace(text, newer == null ? "" : newer);
    assertNotEquals(OLDER, schema);
    return BreakingChanges.between(OLDER, schema);
  }
}
