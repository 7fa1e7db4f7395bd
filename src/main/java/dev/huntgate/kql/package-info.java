/** Reads Kusto Query Language (KQL): its tokens, its canonical form, its syntax. */
@NullMarked
package dev.huntgate.kql;

import org.jspecify.annotations.NullMarked;
