/** HTTP entrance. */
@NullMarked
package org.firstfix.contract.web;

import org.jspecify.annotations.NullMarked;
