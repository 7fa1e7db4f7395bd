package dev.huntgate.upstream;

/** One of the two API families that serve incidents and hunting. */
public enum UpstreamFamily {
  /** Microsoft Graph security, the successor. */
  GRAPH,
  /** api.security.microsoft.com, whose hunting stops after 1 February 2027. */
  DEFENDER
}
