@NullMarked
package org.firstfix.asset.web;

import org.jspecify.annotations.NullMarked;
