/** The REST clients of both upstream families: connections, tokens, bodies and errors. */
@NullMarked
package dev.huntgate.upstream;

import org.jspecify.annotations.NullMarked;
