package dev.huntgate.result;

/** Where rows without a value go when rows are put in order. */
public enum Nulls {
  FIRST,
  LAST
}
