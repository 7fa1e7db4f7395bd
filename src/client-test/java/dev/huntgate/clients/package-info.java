/** Huntgate through the clients and suites that front ends use. */
@NullMarked
package dev.huntgate.clients;

import org.jspecify.annotations.NullMarked;
