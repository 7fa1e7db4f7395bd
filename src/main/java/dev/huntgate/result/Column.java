package dev.huntgate.result;

/**
 * A column of a result.
 *
 * @param name the name as upstream gave it: data, so it may repeat or be illegal as an identifier
 * @param type the type of its values
 */
public record Column(String name, ColumnType type) {}
