/** Who asks, for which tenant, what they may do, and how they show it. */
@NullMarked
package dev.huntgate.access;

import org.jspecify.annotations.NullMarked;
