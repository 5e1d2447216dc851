/** The only writer of the contract tables. */
@NullMarked
package org.firstfix.contract.storage;

import org.jspecify.annotations.NullMarked;
