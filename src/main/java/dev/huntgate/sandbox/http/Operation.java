package dev.huntgate.sandbox.http;

/** What a caller wants, as upstream tells its call limits apart. */
enum Operation {
  LIST_INCIDENTS,
  GET_INCIDENT,
  UPDATE_INCIDENT,
  HUNT,
  /** No operation of either family: the login. */
  TOKEN
}
