/** The tickets of download links that replicas tell each other, in Redis. */
@NullMarked
package dev.huntgate.shared.tickets;

import org.jspecify.annotations.NullMarked;
