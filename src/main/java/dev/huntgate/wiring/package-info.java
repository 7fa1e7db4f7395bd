/** Composes the chains from a port to its adapter, once. */
@NullMarked
package dev.huntgate.wiring;

import org.jspecify.annotations.NullMarked;
