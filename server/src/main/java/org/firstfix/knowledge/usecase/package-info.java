/** What happens to articles, and what happens with them on cases. */
@NamedInterface("use-cases")
@NullMarked
package org.firstfix.knowledge.usecase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
