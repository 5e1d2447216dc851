/** HTTP entrance. */
@NullMarked
package org.firstfix.knowledge.web;

import org.jspecify.annotations.NullMarked;
