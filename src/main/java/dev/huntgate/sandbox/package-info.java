/** An embedded imitation of both upstream families, for trying Huntgate and for testing it. */
@NullMarked
package dev.huntgate.sandbox;

import org.jspecify.annotations.NullMarked;
