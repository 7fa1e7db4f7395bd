/** The jobs that many replicas share in Redis: started on one, watched and cancelled on any. */
@NullMarked
package dev.huntgate.shared.jobs;

import org.jspecify.annotations.NullMarked;
