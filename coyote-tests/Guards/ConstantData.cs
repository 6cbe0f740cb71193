using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CoyoteTests.Guards;

/// <summary>Constant data of an assembly in a file: tables that code reads as spans without copying.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Rva">Where the data lies in the image.</param>
/// <param name="AlignmentBytes">What the runtime asks for; a table that lies elsewhere cannot be read.</param>
internal sealed record ConstantData(string Name, int Rva, int AlignmentBytes)
{
    /// <summary>The constant data of an assembly.</summary>
    public static IReadOnlyList<ConstantData> Of(string path)
    {
        using PEReader reader = new(File.OpenRead(path));
        MetadataReader metadata = reader.GetMetadataReader();
        return
        [
            .. metadata.FieldDefinitions.Select(metadata.GetFieldDefinition)
                .Where(field => field.GetRelativeVirtualAddress() != 0)
                .Select(field => new ConstantData(
                    metadata.GetString(field.Name), field.GetRelativeVirtualAddress(), Alignment(metadata, field))),
        ];
    }

    // The compiler gives the data a value type whose packing is the size of an element.
    private static int Alignment(MetadataReader metadata, FieldDefinition field)
    {
        BlobReader signature = metadata.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.TypeHandle)
        {
            return 1;
        }

        EntityHandle type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeDefinition
            ? Math.Max(1, metadata.GetTypeDefinition((TypeDefinitionHandle)type).GetLayout().PackingSize)
            : 1;
    }
}
