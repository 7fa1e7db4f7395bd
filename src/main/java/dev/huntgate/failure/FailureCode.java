package dev.huntgate.failure;

/** The closed list of codes by which a caller tells failures apart. */
public enum FailureCode {
  /** Huntgate did not ask upstream, because the tenant's budget is spent; try again later. */
  QUOTA_EXHAUSTED,
  /** Upstream answered 429; nothing more is sent until the stated time. */
  UPSTREAM_THROTTLED,
  /** Upstream does not accept the query; the message is upstream's own. */
  KQL_REJECTED,
  /** The query found more bytes than upstream hands out; ask for fewer rows or columns. */
  RESULT_TOO_LARGE,
  /** Upstream did not answer within its own or our time limit. */
  UPSTREAM_TIMEOUT,
  /** Upstream cannot be reached, is failing, or answered something unreadable. */
  UPSTREAM_UNAVAILABLE,
  /** Upstream does not let this application in: token, permission or consent is missing. */
  UPSTREAM_DENIED,
  /** There is nothing under this id. */
  NOT_FOUND,
  /** The result that an id or cursor names is no longer kept; run the hunt again. */
  RESULT_GONE,
  /** The hunt goes on and can be watched as a job. */
  STILL_RUNNING,
  /** The hunt was cancelled. */
  CANCELLED,
  /** Somebody else changed it first. */
  CONFLICT,
  /** An argument has a value that cannot be used. */
  INVALID_ARGUMENT,
  /** A request or a query asks for more than is allowed at once. */
  LIMIT_EXCEEDED,
  /** Too many requests are being worked on at this moment. */
  OVERLOADED,
  /** The server does not know a document with this hash. */
  PERSISTED_QUERY_NOT_FOUND,
  /** No valid credentials came with the request. */
  UNAUTHENTICATED,
  /** The caller may not do this. */
  FORBIDDEN,
  /** A defect in Huntgate; its log has the details. */
  INTERNAL
}
