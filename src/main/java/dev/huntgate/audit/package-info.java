/** What is told of who did what with a tenant's data, for those who have to answer for it. */
@NullMarked
package dev.huntgate.audit;

import org.jspecify.annotations.NullMarked;
