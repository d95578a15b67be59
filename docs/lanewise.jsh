// What ./lanewise jshell imports.
import io.lanewise.linalg.*
import io.lanewise.memmap.*
import io.lanewise.ndarray.*
import io.lanewise.optimize.*
import io.lanewise.ufunc.*
import java.nio.file.Path
