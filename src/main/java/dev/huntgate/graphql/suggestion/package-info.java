/** What of an incident leads on to which saved hunts. */
@NullMarked
package dev.huntgate.graphql.suggestion;

import org.jspecify.annotations.NullMarked;
