/** The adapters to Microsoft Graph security. */
@NullMarked
package dev.huntgate.upstream.graph;

import org.jspecify.annotations.NullMarked;
