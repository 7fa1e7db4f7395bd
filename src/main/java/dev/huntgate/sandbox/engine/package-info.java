/** Runs KQL over the sandbox's hunting tables by translating it to DuckDB's SQL. */
@NullMarked
package dev.huntgate.sandbox.engine;

import org.jspecify.annotations.NullMarked;
