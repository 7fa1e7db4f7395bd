/*
 * The tokens of KQL.
 *
 * Two promises are kept here, on which the canonical form rests. Every input can be cut into tokens,
 * however broken, and only white space and comments between tokens are dropped. And no token can
 * grow when it is followed by a space: what starts a literal that is never closed therefore takes
 * its line break, or all that is left, into the token itself.
 */
lexer grammar KqlLexer;

/* An opening bracket that a table's name and a pipe follow; told apart before parsing. */
tokens { OPEN_TABLE }

WHITE_SPACE : [ \t\r\n]+ -> skip;
COMMENT : '//' ~[\r\n]* -> skip;
ODD_SPACE
    : [\u000B\u000C\u0085\u00A0\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u3000\uFEFF]+ -> channel(HIDDEN)
    ;

STRING
    : [hH]? '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* ( '"' | '\\'? LINE_END? )
    | [hH]? '\'' ( ~['\\\r\n] | '\\' ~[\r\n] )* ( '\'' | '\\'? LINE_END? )
    | [hH]? '@"' ( ~["] | '""' )* '"'?
    | [hH]? '@\'' ( ~['] | '\'\'' )* '\''?
    | [hH]? '```' ( ~[`] | '`' ~[`] | '``' ~[`] )* ( '`' ( '`' '`'? )? )?
    | [hH]? '~~~' ( ~[~] | '~' ~[~] | '~~' ~[~] )* ( '~' ( '~' '~'? )? )?
    ;

DATETIME_LITERAL : ( 'datetime' | 'date' ) ENCLOSED;
TIMESPAN_LITERAL
    : ( 'timespan' | 'time' ) ENCLOSED
    | [0-9]+ ( '.' [0-9]+ )? TIME_UNIT
    ;
GUID_LITERAL : 'guid' ENCLOSED;
INTEGER : [0-9]+ | '0' [xX] [0-9a-fA-F]+;
REAL : [0-9]+ '.' [0-9]+ ( [eE] [+-]? [0-9]+ )? | [0-9]+ [eE] [+-]? [0-9]+;
ODD_NUMBER : [0-9] NAME_CHAR* ( '.' [0-9] NAME_CHAR* )*;

SOURCE_OPERATOR
    : 'union' | 'search' | 'find' | 'print' | 'range' | 'datatable' | 'externaldata' | 'evaluate'
    ;
LET : 'let';
WHERE : 'where';
FILTER : 'filter';
EXTEND : 'extend';
PROJECT : 'project';
PROJECT_AWAY : 'project-away';
PROJECT_KEEP : 'project-keep';
PROJECT_RENAME : 'project-rename';
PROJECT_REORDER : 'project-reorder';
SUMMARIZE : 'summarize';
TOP : 'top';
SORT : 'sort';
ORDER : 'order';
TAKE : 'take';
LIMIT : 'limit';
COUNT : 'count';
DISTINCT : 'distinct';
BY : 'by';
ASC : 'asc';
DESC : 'desc';
NULLS : 'nulls';
FIRST : 'first';
LAST : 'last';
TRUE : 'true' | 'True' | 'TRUE';
FALSE : 'false' | 'False' | 'FALSE';
NULL : 'null';
DYNAMIC : 'dynamic';
AND : 'and';
OR : 'or';

IN : 'in' | 'in~' | '!in' | '!in~';
BETWEEN : 'between' | '!between';
HAS_LIST : 'has_any' | 'has_all';
STRING_OPERATOR
    : '!'? ( 'has' | 'hasprefix' | 'hassuffix' | 'contains' | 'startswith' | 'endswith' ) '_cs'?
    | 'like' | 'notlike' | 'likecs' | 'notlikecs' | 'notcontains'
    ;
MATCHES : 'matches';
REGEX : 'regex';

EQUALS : '==';
NOT_EQUALS : '!=' | '<>';
EQUALS_TILDE : '=~';
NOT_EQUALS_TILDE : '!~';
LESS_EQUAL : '<=';
GREATER_EQUAL : '>=';
LESS : '<';
GREATER : '>';
ASSIGN : '=';
ARROW : '=>';
PLUS : '+';
MINUS : '-';
STAR : '*';
SLASH : '/';
PERCENT : '%';
PIPE : '|';
RANGE : '..';
DOT : '.';
COMMA : ',';
COLON : ':';
SEMICOLON : ';';
OPEN : '(';
CLOSE : ')';
OPEN_BRACKET : '[';
CLOSE_BRACKET : ']';
OPEN_BRACE : '{';
CLOSE_BRACE : '}';

NAME : NAME_START NAME_CHAR*;
HYPHENATED : NAME_START NAME_CHAR* ( '-' NAME_START NAME_CHAR* )+;

/* What KQL does not know; glued to its neighbours, because nobody can say that they part. */
UNKNOWN
    : '!' NAME_CHAR* '~'?
    | '@' NAME_CHAR*
    | NAME_CHAR* ODD_CHAR ( NAME_CHAR | ODD_CHAR )*
    | [`~]
    | .
    ;

fragment NAME_START : [\p{L}_];
fragment NAME_CHAR : [\p{L}\p{M}\p{Nd}_];
fragment ODD_CHAR : ~[\p{White_Space}\p{L}\p{M}\p{Nd}_\uFEFF\u200B"'`~!@=<>+\-*/%|.,:;()[\]{}];
fragment LINE_END : '\r' '\n'? | '\n';
fragment ENCLOSED : ( [ \t\r\n] | '//' ~[\r\n]* [\r\n] )* '(' ~[)]* ')'?;
fragment TIME_UNIT
    : 'd' | 'day' | 'days'
    | 'h' | 'hr' | 'hrs' | 'hour' | 'hours'
    | 'm' | 'min' | 'minute' | 'minutes'
    | 's' | 'sec' | 'second' | 'seconds'
    | 'ms' | 'milli' | 'millis' | 'millisecond' | 'milliseconds'
    | 'micro' | 'micros' | 'microsecond' | 'microseconds'
    | 'nano' | 'nanos' | 'nanosecond' | 'nanoseconds'
    | 'tick' | 'ticks'
    ;
