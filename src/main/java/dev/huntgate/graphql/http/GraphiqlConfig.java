package dev.huntgate.graphql.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether people may explore the schema in a browser. */
@ConfigMapping(prefix = "huntgate.graphiql")
public interface GraphiqlConfig {

  /** Whether GraphiQL's page is served; off in production unless it is switched on. */
  @WithDefault("false")
  boolean enabled();
}
