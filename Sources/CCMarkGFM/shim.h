#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// The library numbers these kinds of nodes when its extensions are registered. They are variables, which Swift
// cannot read safely, and the library's headers do not declare all of them.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;

static inline cmark_node_type cmark_kind_of_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type cmark_kind_of_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type cmark_kind_of_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type cmark_kind_of_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
