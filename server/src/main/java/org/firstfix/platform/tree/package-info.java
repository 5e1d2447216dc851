/** Catalogues in the form of a tree that people keep themselves. */
@NullMarked
package org.firstfix.platform.tree;

import org.jspecify.annotations.NullMarked;
