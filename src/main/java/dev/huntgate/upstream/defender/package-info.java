/** The adapters to api.security.microsoft.com. */
@NullMarked
package dev.huntgate.upstream.defender;

import org.jspecify.annotations.NullMarked;
