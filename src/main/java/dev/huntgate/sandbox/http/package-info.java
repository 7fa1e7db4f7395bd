/** The sandbox's HTTP end points: tokens, both families' incidents, both families' hunting. */
@NullMarked
package dev.huntgate.sandbox.http;

import org.jspecify.annotations.NullMarked;
