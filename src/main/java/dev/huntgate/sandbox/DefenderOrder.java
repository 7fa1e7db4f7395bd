package dev.huntgate.sandbox;

/** The time that decides what "newest first" means in the native incident list. */
public enum DefenderOrder {
  CREATED,
  UPDATED
}
