/// The letters of the IRIs: the same table as `Ontology/transliteration.tsv`, which a test compares it with.
///
/// Buckwalter's transliteration in its form that is safe in XML (N. Habash, Introduction to Arabic Natural
/// Language Processing, 2010), over the folding of letters. It is frozen: a change renames things in every graph
/// that was ever written.
enum Transliteration {
    /// The letter that a scalar of U+0600–06FF stands for in an IRI, nil if the table has none.
    static func letter(of scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.value >= 0x600, scalar.value < 0x700 else { return nil }
        let letter = arabic[Int(scalar.value - 0x600)]
        return letter == 0 ? nil : letter
    }

    /// The letters that a scalar stands for in an IRI, nil if the table has none.
    static func letters(of scalar: Unicode.Scalar) -> [UInt8]? {
        let value = scalar.value
        if value >= 0x600, value < 0x700 {
            let letter = arabic[Int(value - 0x600)]
            return letter == 0 ? nil : [letter]
        }
        return value >= 0xFB50 && value <= 0xFEFC ? forms[value] : nil
    }

    /// For U+0600–06FF the one letter, 0 for none.
    private static let arabic: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x100)
        for (value, letters) in entries where value >= 0x600 && value < 0x700 {
            table[Int(value - 0x600)] = letters[0]
        }
        return table
    }()

    /// Presentation forms.
    private static let forms: [UInt32: [UInt8]] = Dictionary(
        entries.filter { $0.0 >= 0xFB50 }, uniquingKeysWith: { first, _ in first })

    private static let entries: [(UInt32, [UInt8])] = {
        let words = text.utf8.split { $0 == 0x20 || $0 == 0x0A }
        return stride(from: 0, to: words.count - 1, by: 2).compactMap { at in
            UInt32(Substring(words[at]), radix: 16).map { ($0, Array(words[at + 1])) }
        }
    }()

    /// Code point in hexadecimal and letters, alternating.
    private static let text = """
        621 C 622 A 623 A 624 W 625 A 626 Q 627 A 628 b 629 p 62A t 62B v 62C j 62D H 62E x 62F d 630 V
        631 r 632 z 633 s 634 c 635 S 636 D 637 T 638 Z 639 E 63A g 641 f 642 q 643 k 644 l 645 m 646 n
        647 h 648 w 649 Y 64A y 660 0 661 1 662 2 663 3 664 4 665 5 666 6 667 7 668 8 669 9 671 A 672 A
        673 A 67E P 686 J 698 R 6A4 B 6A9 k 6AA k 6AF G 6C0 h 6C1 h 6CC y 6CD y 6D2 y 6D5 h 6F0 0 6F1 1
        6F2 2 6F3 3 6F4 4 6F5 5 6F6 6 6F7 7 6F8 8 6F9 9 FB50 A FB51 A FB56 P FB57 P FB58 P FB59 P FB6A B
        FB6B B FB6C B FB6D B FB7A J FB7B J FB7C J FB7D J FB8A R FB8B R FB8E k FB8F k FB90 k FB91 k FB92 G
        FB93 G FB94 G FB95 G FBA4 h FBA5 h FBA6 h FBA7 h FBA8 h FBA9 h FBAE y FBAF y FBE8 Y FBE9 Y FBEA QA
        FBEB QA FBEC Qh FBED Qh FBEE Qw FBEF Qw FBF9 QY FBFA QY FBFB QY FBFC y FBFD y FBFE y FBFF y FC00 Qj
        FC01 QH FC02 Qm FC03 QY FC04 Qy FC05 bj FC06 bH FC07 bx FC08 bm FC09 bY FC0A by FC0B tj FC0C tH
        FC0D tx FC0E tm FC0F tY FC10 ty FC11 vj FC12 vm FC13 vY FC14 vy FC15 jH FC16 jm FC17 Hj FC18 Hm
        FC19 xj FC1A xH FC1B xm FC1C sj FC1D sH FC1E sx FC1F sm FC20 SH FC21 Sm FC22 Dj FC23 DH FC24 Dx
        FC25 Dm FC26 TH FC27 Tm FC28 Zm FC29 Ej FC2A Em FC2B gj FC2C gm FC2D fj FC2E fH FC2F fx FC30 fm
        FC31 fY FC32 fy FC33 qH FC34 qm FC35 qY FC36 qy FC37 kA FC38 kj FC39 kH FC3A kx FC3B kl FC3C km
        FC3D kY FC3E ky FC3F lj FC40 lH FC41 lx FC42 lm FC43 lY FC44 ly FC45 mj FC46 mH FC47 mx FC48 mm
        FC49 mY FC4A my FC4B nj FC4C nH FC4D nx FC4E nm FC4F nY FC50 ny FC51 hj FC52 hm FC53 hY FC54 hy
        FC55 yj FC56 yH FC57 yx FC58 ym FC59 yY FC5A yy FC5B V FC5C r FC5D Y FC64 Qr FC65 Qz FC66 Qm FC67 Qn
        FC68 QY FC69 Qy FC6A br FC6B bz FC6C bm FC6D bn FC6E bY FC6F by FC70 tr FC71 tz FC72 tm FC73 tn
        FC74 tY FC75 ty FC76 vr FC77 vz FC78 vm FC79 vn FC7A vY FC7B vy FC7C fY FC7D fy FC7E qY FC7F qy
        FC80 kA FC81 kl FC82 km FC83 kY FC84 ky FC85 lm FC86 lY FC87 ly FC88 mA FC89 mm FC8A nr FC8B nz
        FC8C nm FC8D nn FC8E nY FC8F ny FC90 Y FC91 yr FC92 yz FC93 ym FC94 yn FC95 yY FC96 yy FC97 Qj
        FC98 QH FC99 Qx FC9A Qm FC9B Qh FC9C bj FC9D bH FC9E bx FC9F bm FCA0 bh FCA1 tj FCA2 tH FCA3 tx
        FCA4 tm FCA5 th FCA6 vm FCA7 jH FCA8 jm FCA9 Hj FCAA Hm FCAB xj FCAC xm FCAD sj FCAE sH FCAF sx
        FCB0 sm FCB1 SH FCB2 Sx FCB3 Sm FCB4 Dj FCB5 DH FCB6 Dx FCB7 Dm FCB8 TH FCB9 Zm FCBA Ej FCBB Em
        FCBC gj FCBD gm FCBE fj FCBF fH FCC0 fx FCC1 fm FCC2 qH FCC3 qm FCC4 kj FCC5 kH FCC6 kx FCC7 kl
        FCC8 km FCC9 lj FCCA lH FCCB lx FCCC lm FCCD lh FCCE mj FCCF mH FCD0 mx FCD1 mm FCD2 nj FCD3 nH
        FCD4 nx FCD5 nm FCD6 nh FCD7 hj FCD8 hm FCD9 h FCDA yj FCDB yH FCDC yx FCDD ym FCDE yh FCDF Qm
        FCE0 Qh FCE1 bm FCE2 bh FCE3 tm FCE4 th FCE5 vm FCE6 vh FCE7 sm FCE8 sh FCE9 cm FCEA ch FCEB kl
        FCEC km FCED lm FCEE nm FCEF nh FCF0 ym FCF1 yh FCF5 TY FCF6 Ty FCF7 EY FCF8 Ey FCF9 gY FCFA gy
        FCFB sY FCFC sy FCFD cY FCFE cy FCFF HY FD00 Hy FD01 jY FD02 jy FD03 xY FD04 xy FD05 SY FD06 Sy
        FD07 DY FD08 Dy FD09 cj FD0A cH FD0B cx FD0C cm FD0D cr FD0E sr FD0F Sr FD10 Dr FD11 TY FD12 Ty
        FD13 EY FD14 Ey FD15 gY FD16 gy FD17 sY FD18 sy FD19 cY FD1A cy FD1B HY FD1C Hy FD1D jY FD1E jy
        FD1F xY FD20 xy FD21 SY FD22 Sy FD23 DY FD24 Dy FD25 cj FD26 cH FD27 cx FD28 cm FD29 cr FD2A sr
        FD2B Sr FD2C Dr FD2D cj FD2E cH FD2F cx FD30 cm FD31 sh FD32 ch FD33 Tm FD34 sj FD35 sH FD36 sx
        FD37 cj FD38 cH FD39 cx FD3A Tm FD3B Zm FD3C A FD3D A FD50 tjm FD51 tHj FD52 tHj FD53 tHm FD54 txm
        FD55 tmj FD56 tmH FD57 tmx FD58 jmH FD59 jmH FD5A Hmy FD5B HmY FD5C sHj FD5D sjH FD5E sjY FD5F smH
        FD60 smH FD61 smj FD62 smm FD63 smm FD64 SHH FD65 SHH FD66 Smm FD67 cHm FD68 cHm FD69 cjy FD6A cmx
        FD6B cmx FD6C cmm FD6D cmm FD6E DHY FD6F Dxm FD70 Dxm FD71 TmH FD72 TmH FD73 Tmm FD74 Tmy FD75 Ejm
        FD76 Emm FD77 Emm FD78 EmY FD79 gmm FD7A gmy FD7B gmY FD7C fxm FD7D fxm FD7E qmH FD7F qmm FD80 lHm
        FD81 lHy FD82 lHY FD83 ljj FD84 ljj FD85 lxm FD86 lxm FD87 lmH FD88 lmH FD89 mHj FD8A mHm FD8B mHy
        FD8C mjH FD8D mjm FD8E mxj FD8F mxm FD92 mjx FD93 hmj FD94 hmm FD95 nHm FD96 nHY FD97 njm FD98 njm
        FD99 njY FD9A nmy FD9B nmY FD9C ymm FD9D ymm FD9E bxy FD9F tjy FDA0 tjY FDA1 txy FDA2 txY FDA3 tmy
        FDA4 tmY FDA5 jmy FDA6 jHY FDA7 jmY FDA8 sxY FDA9 SHy FDAA cHy FDAB DHy FDAC ljy FDAD lmy FDAE yHy
        FDAF yjy FDB0 ymy FDB1 mmy FDB2 qmy FDB3 nHy FDB4 qmH FDB5 lHm FDB6 Emy FDB7 kmy FDB8 njH FDB9 mxy
        FDBA ljm FDBB kmm FDBC ljm FDBD njH FDBE jHy FDBF Hjy FDC0 mjy FDC1 fmy FDC2 bHy FDC3 kmm FDC4 Ejm
        FDC5 Smm FDC6 sxy FDC7 njy FDF0 Sly FDF1 qly FDF2 Allh FDF3 Akbr FDF4 mHmd FDF5 SlEm FDF6 rswl
        FDF7 Elyh FDF8 wslm FDF9 SlY FDFA SlYAllhElyhwslm FDFB jljlAlh FE80 C FE81 A FE82 A FE83 A FE84 A
        FE85 W FE86 W FE87 A FE88 A FE89 Q FE8A Q FE8B Q FE8C Q FE8D A FE8E A FE8F b FE90 b FE91 b FE92 b
        FE93 p FE94 p FE95 t FE96 t FE97 t FE98 t FE99 v FE9A v FE9B v FE9C v FE9D j FE9E j FE9F j FEA0 j
        FEA1 H FEA2 H FEA3 H FEA4 H FEA5 x FEA6 x FEA7 x FEA8 x FEA9 d FEAA d FEAB V FEAC V FEAD r FEAE r
        FEAF z FEB0 z FEB1 s FEB2 s FEB3 s FEB4 s FEB5 c FEB6 c FEB7 c FEB8 c FEB9 S FEBA S FEBB S FEBC S
        FEBD D FEBE D FEBF D FEC0 D FEC1 T FEC2 T FEC3 T FEC4 T FEC5 Z FEC6 Z FEC7 Z FEC8 Z FEC9 E FECA E
        FECB E FECC E FECD g FECE g FECF g FED0 g FED1 f FED2 f FED3 f FED4 f FED5 q FED6 q FED7 q FED8 q
        FED9 k FEDA k FEDB k FEDC k FEDD l FEDE l FEDF l FEE0 l FEE1 m FEE2 m FEE3 m FEE4 m FEE5 n FEE6 n
        FEE7 n FEE8 n FEE9 h FEEA h FEEB h FEEC h FEED w FEEE w FEEF Y FEF0 Y FEF1 y FEF2 y FEF3 y FEF4 y
        FEF5 lA FEF6 lA FEF7 lA FEF8 lA FEF9 lA FEFA lA FEFB lA FEFC lA
        """
}
