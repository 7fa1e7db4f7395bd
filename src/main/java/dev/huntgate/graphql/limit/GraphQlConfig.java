package dev.huntgate.graphql.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a GraphQL request may ask for. */
@ConfigMapping(prefix = "huntgate.graphql")
public interface GraphQlConfig {

  /** How many levels of fields an operation may have. GraphiQL's introspection has 16. */
  @WithDefault("20")
  int maxDepth();

  /** How many fields an operation may have, those of a fragment counted wherever it is used. */
  @WithDefault("1000")
  int maxFields();

  /** How many fields an operation may have at its top, each of which may be an upstream call. */
  @WithDefault("20")
  int maxRootFields();

  /** How many of those may be hunts. */
  @WithDefault("5")
  int maxHunts();

  /** How many aliases a document may have. */
  @WithDefault("50")
  int maxAliases();

  /** How many directives a document may have. */
  @WithDefault("50")
  int maxDirectives();

  /** How many items a list may have in the variables. */
  @WithDefault("1000")
  int maxListItems();

  /** Who may ask for the schema. */
  @WithDefault("everybody")
  Introspection introspection();

  /** For how long a request over HTTP may be executed. */
  @WithDefault("PT2M")
  Duration timeout();
}
