/**
 * The search: ruin and recreate on routes of any kind. It knows who is visited after whom; what a place costs and what is allowed is known to
 * subclasses of {@link org.firstfix.routing.search.Routes}.
 */
@NullMarked
package org.firstfix.routing.search;

import org.jspecify.annotations.NullMarked;
