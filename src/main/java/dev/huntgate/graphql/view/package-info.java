/** The types of the GraphQL schema, each made from the domain's record of the same name. */
@NullMarked
package dev.huntgate.graphql.view;

import org.jspecify.annotations.NullMarked;
