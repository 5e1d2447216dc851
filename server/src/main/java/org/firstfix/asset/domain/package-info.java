@NullMarked
package org.firstfix.asset.domain;

import org.jspecify.annotations.NullMarked;
