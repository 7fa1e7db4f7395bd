/** The seeded, made-up company whose incidents and hunting tables the sandbox serves. */
@NullMarked
package dev.huntgate.sandbox.company;

import org.jspecify.annotations.NullMarked;
