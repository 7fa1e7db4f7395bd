package dev.huntgate.sandbox.engine;

import dev.huntgate.kql.KqlType;

/**
 * A column of a hunting table or of an answer.
 *
 * @param name the name as upstream spells it, case-sensitive
 * @param type the KQL type of every value in it
 */
public record HuntingColumn(String name, KqlType type) {}
