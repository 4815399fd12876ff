using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Weiban
{
    /// <summary>Reads answers that lack a required field, or have null in it, as NSwag's own settings do not.</summary>
    internal sealed class Tolerant : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization serialization)
        {
            var property = base.CreateProperty(member, serialization);
            property.Required = Required.Default;
            return property;
        }
    }

    public partial class WeibanClient
    {
        static partial void UpdateJsonSerializerSettings(JsonSerializerSettings settings)
        {
            settings.ContractResolver = new Tolerant();
        }
    }
}
