/// The text of the story about the lens of Fresnel.
enum LensText {
    static let body = """
        A lamp shines in all directions, and a sailor sees only the part that happens to come his way. The rest \
        falls on the sky, on the rocks and into the keeper's face. For centuries, the task of a lighthouse was to \
        burn more: more wood, more coal, more oil. Mirrors of polished metal helped, but they swallowed about half \
        of the light that fell on them.

        A lens can gather light better than a mirror. But a lens large enough for a lighthouse would have been a \
        lump of glass that nobody could cast without flaws, and so thick that little light would have come through.

        ## Only the surface bends

        The French engineer Augustin Fresnel solved the problem by leaving glass out. Light is bent where it \
        enters the glass and where it leaves it. The glass in between only adds weight. So he kept only \
        the slopes: a small lens in the middle, and around it rings with the slopes of the outer parts, each ground \
        on its own and fitted into a frame. Others had thought of cutting a lens down to steps. Fresnel worked out \
        the rings, had them made, and put them to use.

        The first of his great lenses was lit in July 1823 in the tower of Cordouan, on a rock in the mouth of the \
        Gironde, downstream of Bordeaux. It turned, so that ships saw flashes instead of a steady light, and could \
        tell the tower from others by their rhythm. Fresnel died four years later, at the age of 39. By the end of \
        the century, lenses of his kind stood on coasts all over the world.

        ## Orders of light

        Such lenses come in sizes called orders. One of the first order is taller than a person, and the lamp stands \
        inside it. Its beam reaches as far as the curve of the earth allows. Beyond that, all that a navigator sees \
        is a glow on the underside of the clouds. It has a name of its own: the loom of the light.
        """
}

/// Readers' comments on the story about the lens.
enum LensRemark {
    static let projector = """
        You don't need to go to sea for one. Lie down under a traffic light, or look into an overhead projector: the \
        flat sheet with the fine grooves is exactly this, pressed in plastic.
        """

    static let window = """
        Please don't lie down under a traffic light. There's a thin one stuck to the rear window of our camper van, \
        and it helps us park.
        """

    static let inlanders = """
        People from inland shouldn't be allowed to write about lighthouses. The whole lot of them have no feeling \
        for the sea, and never will.
        """
}
