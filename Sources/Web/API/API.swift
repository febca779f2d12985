import Hummingbird
enum API { static func add(to routes: Routes) {} }
